-- Secure mail: who wrote to whom and how it stands; what was written is in encrypted rooms only (R15).
-- CreateTable
CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "room_id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "from_org_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "event_id" TEXT,
    "reply_to_id" TEXT,
    "forward_of_id" TEXT,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "recalled_at" TIMESTAMPTZ(3),
    "recall_reason" TEXT NOT NULL DEFAULT '',
    "from_left_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_recipient" (
    "mail_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "group_key" TEXT NOT NULL DEFAULT '',
    "read_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_recipient_pkey" PRIMARY KEY ("mail_id","staff_id")
);

-- CreateTable
CREATE TABLE "mail_group" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_kana" TEXT NOT NULL DEFAULT '',
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_group_member" (
    "group_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_group_member_pkey" PRIMARY KEY ("group_id","staff_id","added_at")
);

-- CreateIndex
CREATE INDEX "mail_room_id_idx" ON "mail"("room_id");

-- CreateIndex
CREATE INDEX "mail_from_id_begun_at_idx" ON "mail"("from_id", "begun_at");

-- CreateIndex
CREATE INDEX "mail_recipient_staff_id_idx" ON "mail_recipient"("staff_id");

-- CreateIndex
CREATE INDEX "mail_group_organisation_id_idx" ON "mail_group"("organisation_id");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_from_org_id_fkey" FOREIGN KEY ("from_org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_recipient" ADD CONSTRAINT "mail_recipient_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_recipient" ADD CONSTRAINT "mail_recipient_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_recipient" ADD CONSTRAINT "mail_recipient_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_group" ADD CONSTRAINT "mail_group_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_group_member" ADD CONSTRAINT "mail_group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "mail_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_group_member" ADD CONSTRAINT "mail_group_member_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
