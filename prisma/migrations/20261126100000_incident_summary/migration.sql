-- A transport's summary that is handed over and ends by itself; when a hospital was told who it is (R14).
-- AlterTable
ALTER TABLE "incident_request" ADD COLUMN     "named_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "incident_summary" (
    "incident_id" TEXT NOT NULL,
    "hospital_id" TEXT,
    "sealed" BYTEA,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_summary_pkey" PRIMARY KEY ("incident_id")
);

-- CreateIndex
CREATE INDEX "incident_summary_erased_at_expires_at_idx" ON "incident_summary"("erased_at", "expires_at");

-- AddForeignKey
ALTER TABLE "incident_summary" ADD CONSTRAINT "incident_summary_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
