import { medicalAreas, municipalitiesOfArea } from "@tsunagi/contracts/codes/medicalAreas";
import { municipalities } from "@tsunagi/contracts/codes/municipalities";
import type { FacilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { MapPin } from "lucide-react";
import { useState } from "react";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { CheckboxGroup, Switch } from "../kit/Choice.tsx";
import { TextField } from "../kit/TextField.tsx";
import { Fold } from "./Fold.tsx";
import styles from "./facilitySearch.module.css";

/** Where an address is; null = not known. */
export type LocateAddress = (
  address: string,
) => Promise<{ readonly latitude: number; readonly longitude: number; readonly matched: string } | null>;

interface AreaFieldsProps {
  readonly filters: FacilityFilters;
  readonly counts: Record<string, number> | undefined;
  readonly onChange: (change: Partial<FacilityFilters>) => void;
  readonly onLocate: LocateAddress;
}

/** Where: medical areas, municipalities in them, their neighbours, and how far from a place. */
export function AreaFields({ filters, counts = {}, onChange, onLocate }: AreaFieldsProps) {
  const { t, language } = useText();
  const options = useOptions();
  const { areas, municipalities: chosen, neighbours, near } = filters;
  return (
    <>
      <Fold title={t("facilitySearch.area")} open={areas.length + chosen.length > 0}>
        <CheckboxGroup
          label={t("facilitySearch.area")}
          values={areas}
          options={options(medicalAreas)}
          onChange={(values) => onChange({ areas: [...values] })}
        />
        {medicalAreas.codes.map((area) => (
          <CheckboxGroup
            key={area}
            label={`${t("facilitySearch.municipalities")}：${medicalAreas.label(area, language)}`}
            values={chosen.filter((code) => municipalitiesOfArea[area].some((other) => other === code))}
            options={municipalitiesOfArea[area].map((value) => ({
              value: value as string,
              label: `${municipalities.label(value, language)}${counts[value] ? `（${counts[value]}）` : ""}`,
            }))}
            onChange={(values) =>
              onChange({
                municipalities: [
                  ...chosen.filter((code) => !municipalitiesOfArea[area].some((other) => other === code)),
                  ...values,
                ],
              })
            }
          />
        ))}
        <Switch
          label={t("facilitySearch.neighbours")}
          checked={neighbours}
          onChange={(on) => onChange({ neighbours: on })}
        />
      </Fold>
      <Fold title={t("facilitySearch.distance")} open={near !== null}>
        <AddressField onLocate={onLocate} onPlace={(place) => onChange({ near: { ...place, km: near?.km ?? 10 } })} />
        {near && (
          <TextField
            label={t("facilitySearch.km")}
            type="number"
            inputMode="decimal"
            min={1}
            max={200}
            value={near.km === null ? "" : String(near.km)}
            onChange={(text) =>
              onChange({ near: { ...near, km: Number(text) >= 0.5 ? Math.min(200, Number(text)) : null } })
            }
          />
        )}
        <p className={styles["hint"]}>{t("facilitySearch.fromMap")}</p>
      </Fold>
    </>
  );
}

interface AddressFieldProps {
  readonly onLocate: LocateAddress;
  readonly onPlace: (place: { latitude: number; longitude: number }) => void;
}

/** An address becomes a place on the hub; what was typed is kept nowhere. */
function AddressField({ onLocate, onPlace }: AddressFieldProps) {
  const { t } = useText();
  const [address, setAddress] = useState("");
  const [said, setSaid] = useState<string>();
  const locate = async () => {
    if (address.trim().length < 2) return;
    const place = await onLocate(address.trim()).catch(() => null);
    setSaid(place ? t("facilitySearch.located", { place: place.matched }) : t("facilitySearch.notLocated"));
    if (place) onPlace({ latitude: place.latitude, longitude: place.longitude });
  };
  return (
    <div className={styles["locate"]}>
      <TextField
        label={t("facilitySearch.address")}
        hint={t("facilitySearch.addressHint")}
        autoComplete="off"
        value={address}
        onChange={setAddress}
      />
      <Button size="small" icon={MapPin} onClick={() => void locate()}>
        {t("facilitySearch.locate")}
      </Button>
      <p className={styles["hint"]} role="status">
        {said}
      </p>
    </div>
  );
}
