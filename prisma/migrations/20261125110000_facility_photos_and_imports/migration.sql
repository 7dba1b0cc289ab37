-- Photos are taken down, never deleted; imports of open data keep what they did and every row they did not take.
-- AlterTable
ALTER TABLE "facility_photo" ADD COLUMN "removed_at" TIMESTAMPTZ(3),
ADD COLUMN "removed_by_id" TEXT;

-- AlterTable
ALTER TABLE "organisation_service" ADD COLUMN "import_id" TEXT;

-- CreateTable
CREATE TABLE "open_data_import" (
    "id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "system" TEXT,
    "bytes_total" BIGINT NOT NULL,
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "organisations_created" INTEGER NOT NULL DEFAULT 0,
    "organisations_updated" INTEGER NOT NULL DEFAULT 0,
    "services_created" INTEGER NOT NULL DEFAULT 0,
    "services_updated" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "started_by_id" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "open_data_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "open_data_rejection" (
    "import_id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "ja" TEXT NOT NULL,
    "en" TEXT NOT NULL,

    CONSTRAINT "open_data_rejection_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_at_idx" ON "audit_entry"("subject_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "open_data_rejection" ADD CONSTRAINT "open_data_rejection_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "open_data_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
