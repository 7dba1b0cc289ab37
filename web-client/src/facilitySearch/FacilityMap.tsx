import type { FacilityHit, Point } from "@tsunagi/contracts/rest/facilitySearch";
import { Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Banner } from "../kit/State.tsx";
import styles from "./facilitySearch.module.css";
import region from "./region.json";

export interface FacilityMapProps {
  readonly hits: readonly FacilityHit[];
  readonly near: Point | null;
  readonly onPlace: (place: Point) => void;
  readonly onOpen: (hit: FacilityHit) => void;
}

setWorkerUrl(workerUrl);

/** The colours of the page; a canvas knows no custom properties. */
const STYLE = {
  version: 8 as const,
  sources: { region: { type: "geojson" as const, data: region as never } },
  layers: [
    { id: "sea", type: "background" as const, paint: { "background-color": "#cfe3ee" } },
    {
      id: "land",
      type: "fill" as const,
      source: "region",
      paint: {
        "fill-color": ["case", ["get", "home"], "#f4f2e6", "#e3e3dc"] as never,
        "fill-outline-color": "#8a938d",
      },
    },
  ],
};
const CENTRE: [number, number] = [138.45, 34.97];
const MOST_ZOOM = 14;

/** Where the hits are. The outline comes from this repository; nothing is asked of anybody. */
export function FacilityMap({ hits, near, onPlace, onOpen }: FacilityMapProps) {
  const { t } = useText();
  const frame = useRef<HTMLDivElement>(null);
  const [map, failed] = useMap(frame, onPlace);
  useMarkers(map, hits, near, onOpen);
  const placed = hits.filter(({ latitude }) => latitude !== null).length;
  if (failed) return <Banner tone="warning">{t("facilitySearch.noMap")}</Banner>;
  return (
    <section aria-label={t("facilitySearch.mapLabel")}>
      <div ref={frame} className={styles["map"]} />
      <p className={styles["hint"]}>
        {t("facilitySearch.mapOnly", { count: placed })} {t("facilitySearch.fromMap")}
      </p>
    </section>
  );
}

function useMap(frame: React.RefObject<HTMLDivElement | null>, onPlace: (place: Point) => void) {
  const [map, setMap] = useState<MapLibre>();
  const [failed, setFailed] = useState(false);
  const place = useRef(onPlace);
  place.current = onPlace;
  useEffect(() => {
    const container = frame.current;
    if (!container) return;
    let made: MapLibre | undefined;
    try {
      made = new MapLibre({
        container,
        style: STYLE,
        center: CENTRE,
        zoom: 7.4,
        maxZoom: MOST_ZOOM,
        attributionControl: false,
      });
      made.addControl(new NavigationControl({ showCompass: false }));
      made.on("click", ({ lngLat }) => place.current({ latitude: lngLat.lat, longitude: lngLat.lng }));
      setMap(made);
    } catch {
      setFailed(true); // no WebGL here
    }
    return () => made?.remove();
  }, [frame]);
  return [map, failed] as const;
}

function useMarkers(
  map: MapLibre | undefined,
  hits: readonly FacilityHit[],
  near: Point | null,
  onOpen: (hit: FacilityHit) => void,
): void {
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    if (!map) return;
    const markers = hits.flatMap((hit) => {
      if (hit.latitude === null || hit.longitude === null) return [];
      const element = markerFor(hit, () => open.current(hit));
      return [new Marker({ element }).setLngLat([hit.longitude, hit.latitude]).addTo(map)];
    });
    if (near) markers.push(new Marker({ color: "#b0261b" }).setLngLat([near.longitude, near.latitude]).addTo(map));
    showAll(map, markers);
    return () => {
      for (const marker of markers) marker.remove();
    };
  }, [map, hits, near]);
}

/** As on the cards: a place, one later, none, and nobody knows. */
const SIGNS: Readonly<Record<FacilityHit["vacancy"]["state"], string>> = {
  now: "○",
  later: "△",
  full: "×",
  unknown: "?",
};

/** A button, so that the keyboard reaches it; its sign says the vacancy without colour. */
function markerFor(hit: FacilityHit, onOpen: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = styles["marker"] ?? "";
  button.dataset["state"] = hit.vacancy.state;
  button.textContent = SIGNS[hit.vacancy.state];
  button.title = hit.name;
  button.setAttribute("aria-label", hit.name);
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    onOpen();
  });
  return button;
}

const MARGIN = 0.02;

function showAll(map: MapLibre, markers: readonly Marker[]): void {
  if (markers.length === 0) return;
  const places = markers.map((marker) => marker.getLngLat());
  const [lngs, lats] = [places.map(({ lng }) => lng), places.map(({ lat }) => lat)];
  map.fitBounds(
    [
      [Math.min(...lngs) - MARGIN, Math.min(...lats) - MARGIN],
      [Math.max(...lngs) + MARGIN, Math.max(...lats) + MARGIN],
    ],
    { padding: 32, maxZoom: 10, animate: false },
  );
}
