-- Where a version of a card's section came from when it was taken over from another system's summary; sealed like the section.
-- AlterTable
ALTER TABLE "emergency_section" ADD COLUMN     "imported_from" TEXT;
