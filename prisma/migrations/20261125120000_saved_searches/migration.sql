-- Searches for facilities that a professional keeps, and the new vacancies that fit them. Filters only: no words, no person.

-- CreateTable
CREATE TABLE "saved_search" (
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_search_notice" (
    "search_id" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_search_notice_pkey" PRIMARY KEY ("search_id","report_id")
);

-- CreateIndex
CREATE INDEX "saved_search_staff_id_idx" ON "saved_search"("staff_id");

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search_notice" ADD CONSTRAINT "saved_search_notice_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search_notice" ADD CONSTRAINT "saved_search_notice_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "vacancy_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search_notice" ADD CONSTRAINT "saved_search_notice_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "organisation_service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
