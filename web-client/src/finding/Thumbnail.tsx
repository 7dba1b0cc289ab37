import { Image, ImageOff } from "lucide-react";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Pictures } from "../timeline/pictures.ts";
import type { Picture } from "../timeline/tile.ts";
import styles from "./finding.module.css";

/** A small picture, fetched when it comes near the screen: the line is weak and the list long. */
export function Thumbnail({ picture, pictures }: { picture: Picture; pictures: Pictures }) {
  const source = picture.thumbnail ?? picture;
  const box = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  const loading = useSyncExternalStore(
    pictures.subscribe,
    useCallback(() => pictures.peek(source), [pictures, source]),
  );
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const wanted = near && loading.state === "loading";
  useEffect(() => {
    if (wanted) pictures.load(source);
  }, [wanted, pictures, source]);
  return (
    <span ref={box} className={styles["thumbnail"]}>
      {loading.state === "ready" && <img src={loading.url} alt="" decoding="async" />}
      {loading.state === "loading" && <Image size={24} aria-hidden />}
      {loading.state === "failed" && <ImageOff size={24} aria-hidden />}
    </span>
  );
}
