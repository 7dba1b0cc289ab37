-- Notices (R15): the hub's own secrets, devices that take pushes, what people want to be told, what was told and whether it arrived.
-- CreateTable
CREATE TABLE "hub_secret" (
    "name" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hub_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "push_subscription" (
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "device_id" TEXT NOT NULL,
    "endpoint_mark" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_because" TEXT,

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_settings" (
    "staff_id" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "duty" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_settings_pkey" PRIMARY KEY ("staff_id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "organisation_id" TEXT,
    "kind" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "addressed" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "sender_id" TEXT,
    "sender_org_id" TEXT,
    "in_app" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "push_at" TIMESTAMPTZ(3),
    "pushed_at" TIMESTAMPTZ(3),
    "shown_at" TIMESTAMPTZ(3),
    "acted_at" TIMESTAMPTZ(3),
    "fall_at" TIMESTAMPTZ(3),
    "fallen" TEXT,
    "fallen_at" TIMESTAMPTZ(3),
    "fell_from_id" TEXT,
    "digest_id" TEXT,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_delivery" (
    "id" TEXT NOT NULL,
    "notice_id" TEXT NOT NULL,
    "subscription_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "shown_at" TIMESTAMPTZ(3),
    "acted_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "push_subscription_staff_id_ended_at_idx" ON "push_subscription"("staff_id", "ended_at");

-- CreateIndex
CREATE INDEX "push_subscription_endpoint_mark_idx" ON "push_subscription"("endpoint_mark");

-- One live subscription a device.
CREATE UNIQUE INDEX "push_subscription_live_key" ON "push_subscription"("staff_id", "device_id") WHERE "ended_at" IS NULL;

-- CreateIndex
CREATE UNIQUE INDEX "notice_staff_id_occasion_key" ON "notice"("staff_id", "occasion");

-- CreateIndex
CREATE INDEX "notice_staff_id_created_at_idx" ON "notice"("staff_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notice_subject_id_idx" ON "notice"("subject_id");

-- CreateIndex
CREATE INDEX "notice_sender_org_id_created_at_idx" ON "notice"("sender_org_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notice_organisation_id_created_at_idx" ON "notice"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notice_created_at_idx" ON "notice"("created_at");

-- What the clock looks for: few at any time.
CREATE INDEX "notice_waiting_idx" ON "notice"("push_at") WHERE "pushed_at" IS NULL AND "push_at" IS NOT NULL;

-- CreateIndex
CREATE INDEX "notice_falling_idx" ON "notice"("fall_at") WHERE "fall_at" IS NOT NULL;

-- CreateIndex
CREATE INDEX "notice_delivery_notice_id_idx" ON "notice_delivery"("notice_id");

-- AddForeignKey
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_settings" ADD CONSTRAINT "notice_settings_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "push_subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
