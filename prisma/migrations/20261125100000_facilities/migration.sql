-- What a facility says of itself, and its vacancies: append-only reports, the newest one counts (R18).
-- CreateTable
CREATE TABLE "facility_profile" (
    "service_id" TEXT NOT NULL,
    "features" TEXT NOT NULL DEFAULT '',
    "services" TEXT NOT NULL DEFAULT '',
    "room_types" TEXT[],
    "care_levels" TEXT[],
    "monthly_cost_from" INTEGER,
    "monthly_cost_to" INTEGER,
    "cost_note" TEXT NOT NULL DEFAULT '',
    "area_municipalities" TEXT[],
    "area_note" TEXT NOT NULL DEFAULT '',
    "contact_hours" TEXT NOT NULL DEFAULT '',
    "offers" TEXT[],
    "offers_not" TEXT[],
    "updated_by_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "facility_profile_pkey" PRIMARY KEY ("service_id")
);

-- CreateTable
CREATE TABLE "facility_need" (
    "service_id" TEXT NOT NULL,
    "need" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "facility_need_pkey" PRIMARY KEY ("service_id","need")
);

-- CreateTable
CREATE TABLE "facility_photo" (
    "id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "description" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "facility_photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vacancy_report" (
    "id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "waiting" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "reported_by_id" TEXT,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vacancy_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vacancy_line" (
    "report_id" TEXT NOT NULL,
    "room_type" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "available_from" DATE,

    CONSTRAINT "vacancy_line_pkey" PRIMARY KEY ("report_id","room_type","sex")
);

-- CreateIndex
CREATE INDEX "facility_photo_service_id_idx" ON "facility_photo"("service_id");

-- CreateIndex
CREATE INDEX "vacancy_report_service_id_reported_at_idx" ON "vacancy_report"("service_id", "reported_at" DESC);

-- AddForeignKey
ALTER TABLE "facility_profile" ADD CONSTRAINT "facility_profile_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "organisation_service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_need" ADD CONSTRAINT "facility_need_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "organisation_service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_photo" ADD CONSTRAINT "facility_photo_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "organisation_service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vacancy_report" ADD CONSTRAINT "vacancy_report_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "organisation_service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vacancy_line" ADD CONSTRAINT "vacancy_line_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "vacancy_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
