-- Transport rooms: incidents, hospitals asked, entries, media that expire (R14).
-- AlterTable
ALTER TABLE "room" ADD COLUMN     "incident_id" TEXT;

-- CreateTable
CREATE TABLE "incident" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "person_id" TEXT,
    "crew_org_id" TEXT NOT NULL,
    "opened_by_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "sealed_key" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_request" (
    "id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" TEXT,

    CONSTRAINT "incident_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_entry" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "incident_id" TEXT NOT NULL,
    "cancelled" BOOLEAN NOT NULL,
    "sealed" BYTEA NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_org_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incident_entry_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "incident_member" (
    "incident_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_member_pkey" PRIMARY KEY ("incident_id","staff_id")
);

-- CreateTable
CREATE TABLE "incident_media" (
    "id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "sealed_key" BYTEA,
    "chunks" INTEGER,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_chunk" (
    "media_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "incident_chunk_pkey" PRIMARY KEY ("media_id","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "room_incident_id_key" ON "room"("incident_id");

-- CreateIndex
CREATE UNIQUE INDEX "incident_code_key" ON "incident"("code");

-- CreateIndex
CREATE INDEX "incident_crew_org_id_state_idx" ON "incident"("crew_org_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "incident_request_incident_id_organisation_id_key" ON "incident_request"("incident_id", "organisation_id");

-- CreateIndex
CREATE INDEX "incident_request_organisation_id_idx" ON "incident_request"("organisation_id");

-- CreateIndex
CREATE INDEX "incident_entry_incident_id_idx" ON "incident_entry"("incident_id");

-- CreateIndex
CREATE INDEX "incident_member_staff_id_idx" ON "incident_member"("staff_id");

-- CreateIndex
CREATE INDEX "incident_media_incident_id_idx" ON "incident_media"("incident_id");

-- CreateIndex
CREATE INDEX "incident_media_erased_at_expires_at_idx" ON "incident_media"("erased_at", "expires_at");

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_request" ADD CONSTRAINT "incident_request_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_entry" ADD CONSTRAINT "incident_entry_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_member" ADD CONSTRAINT "incident_member_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_media" ADD CONSTRAINT "incident_media_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_chunk" ADD CONSTRAINT "incident_chunk_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "incident_media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One hospital receives: two crews or two taps cannot confirm two.
CREATE UNIQUE INDEX "incident_request_one_confirmed" ON "incident_request"("incident_id") WHERE "state" = 'confirmed';

-- What was entered is never changed or taken away: a cancellation is a version of its own.
CREATE TRIGGER incident_entry_append_only BEFORE UPDATE OR DELETE ON incident_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_emergency_change();
