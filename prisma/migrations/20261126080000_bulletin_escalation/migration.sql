-- Bulletins that must be acknowledged in a set time (R16): who is told when a facility stays silent, each step once.
-- AlterTable
ALTER TABLE "bulletin" ADD COLUMN "acknowledge_minutes" INTEGER;

-- AlterTable
ALTER TABLE "bulletin_reply" ADD COLUMN "deputy_id" TEXT;

-- CreateTable
CREATE TABLE "organisation_duty" (
    "organisation_id" TEXT NOT NULL,
    "role" TEXT,
    "deputy_id" TEXT,
    "updated_by_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_duty_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "bulletin_escalation" (
    "bulletin_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "role" TEXT,
    "staff_ids" TEXT[],
    "deputy_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bulletin_escalation_pkey" PRIMARY KEY ("bulletin_id","organisation_id","version","step")
);

-- CreateIndex
CREATE INDEX "bulletin_escalation_deputy_id_idx" ON "bulletin_escalation"("deputy_id");

-- AddForeignKey
ALTER TABLE "organisation_duty" ADD CONSTRAINT "organisation_duty_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_escalation" ADD CONSTRAINT "bulletin_escalation_bulletin_id_organisation_id_fkey" FOREIGN KEY ("bulletin_id", "organisation_id") REFERENCES "bulletin_recipient"("bulletin_id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;
