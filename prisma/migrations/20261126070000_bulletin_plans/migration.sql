-- Bulletins that have not gone yet (予約, 承認), how long one is shown, and whether an organisation wants approval (R16).
-- AlterTable
ALTER TABLE "bulletin" ADD COLUMN "shown_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "bulletin_plan" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "written_by_id" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "goes_at" TIMESTAMPTZ(3),
    "corrects_id" TEXT,
    "bulletin_id" TEXT,

    CONSTRAINT "bulletin_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulletin_plan_step" (
    "id" BIGSERIAL NOT NULL,
    "plan_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "by_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bulletin_plan_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulletin_setting" (
    "organisation_id" TEXT NOT NULL,
    "approval" BOOLEAN NOT NULL DEFAULT false,
    "changed_by_id" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bulletin_setting_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateIndex
CREATE INDEX "bulletin_plan_organisation_id_state_idx" ON "bulletin_plan"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "bulletin_plan_state_goes_at_idx" ON "bulletin_plan"("state", "goes_at");

-- CreateIndex
CREATE INDEX "bulletin_plan_step_plan_id_id_idx" ON "bulletin_plan_step"("plan_id", "id");

-- AddForeignKey
ALTER TABLE "bulletin_plan" ADD CONSTRAINT "bulletin_plan_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_plan_step" ADD CONSTRAINT "bulletin_plan_step_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "bulletin_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_setting" ADD CONSTRAINT "bulletin_setting_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
