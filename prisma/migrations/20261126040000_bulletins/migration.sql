-- Bulletins (R16): versions, recipients, readings and answers are kept; the outbox lets an urgent message pass a routine one.
-- AlterTable
ALTER TABLE "outbox_message" ADD COLUMN "priority" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "bulletin" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "posted_by_id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "ask" TEXT NOT NULL,
    "audience" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" TEXT,
    "cancel_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "bulletin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulletin_version" (
    "bulletin_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "saved_by_id" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bulletin_version_pkey" PRIMARY KEY ("bulletin_id","version")
);

-- CreateTable
CREATE TABLE "bulletin_recipient" (
    "bulletin_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "room_id" TEXT NOT NULL,

    CONSTRAINT "bulletin_recipient_pkey" PRIMARY KEY ("bulletin_id","organisation_id")
);

-- CreateTable
CREATE TABLE "bulletin_reading" (
    "bulletin_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bulletin_reading_pkey" PRIMARY KEY ("bulletin_id","organisation_id","staff_id","version")
);

-- CreateTable
CREATE TABLE "bulletin_reply" (
    "id" BIGSERIAL NOT NULL,
    "bulletin_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "count" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "answered_by_id" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bulletin_reply_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bulletin_organisation_id_published_at_idx" ON "bulletin"("organisation_id", "published_at");

-- CreateIndex
CREATE INDEX "bulletin_recipient_organisation_id_idx" ON "bulletin_recipient"("organisation_id");

-- CreateIndex
CREATE INDEX "bulletin_reply_bulletin_id_organisation_id_id_idx" ON "bulletin_reply"("bulletin_id", "organisation_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_version" ADD CONSTRAINT "bulletin_version_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_recipient" ADD CONSTRAINT "bulletin_recipient_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_recipient" ADD CONSTRAINT "bulletin_recipient_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_reading" ADD CONSTRAINT "bulletin_reading_bulletin_id_organisation_id_fkey" FOREIGN KEY ("bulletin_id", "organisation_id") REFERENCES "bulletin_recipient"("bulletin_id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_reply" ADD CONSTRAINT "bulletin_reply_bulletin_id_organisation_id_fkey" FOREIGN KEY ("bulletin_id", "organisation_id") REFERENCES "bulletin_recipient"("bulletin_id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;
