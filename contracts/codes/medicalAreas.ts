import { codeList } from "./codeList.ts";
import type { MunicipalityCode } from "./municipalities.ts";

/** 二次医療圏, secondary medical areas (domain 2; all but the first two are unchecked general knowledge). */
export const medicalAreas = codeList({
  suntoTagata: ["駿東田方", "Sunto-Tagata"],
  kamo: ["賀茂", "Kamo"],
  atamiIto: ["熱海伊東", "Atami-Ito"],
  fuji: ["富士", "Fuji"],
  shizuoka: ["静岡", "Shizuoka"],
  shidaHaibara: ["志太榛原", "Shida-Haibara"],
  chutoen: ["中東遠", "Chutoen"],
  seibu: ["西部", "Seibu"],
});

export type MedicalArea = (typeof medicalAreas.codes)[number];

export const municipalitiesOfArea: Record<MedicalArea, readonly MunicipalityCode[]> = {
  suntoTagata: ["222038", "222062", "222208", "222224", "222259", "222151", "223255", "223417", "223425", "223441"],
  kamo: ["222194", "223018", "223026", "223042", "223051", "223069"],
  atamiIto: ["222054", "222089"],
  fuji: ["222101", "222071"],
  shizuoka: ["221007"],
  shidaHaibara: ["222097", "222127", "222143", "222267", "224243", "224294"],
  chutoen: ["222119", "222135", "222160", "222232", "222241", "224618"],
  seibu: ["221309", "222216"],
};
