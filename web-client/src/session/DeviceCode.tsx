import { groupDigits } from "@tsunagi/contracts/deviceCode";
import styles from "./frame.module.css";

/** 16 digits in groups of four, to be read aloud and compared. */
export function DeviceCode({ code, label }: { code: string; label: string }) {
  const groups = groupDigits(code).split(" ");
  return (
    <div className={styles["code"]}>
      <p className={styles["step"]}>{label}</p>
      <p className={styles["digits"]}>
        {groups.map((group, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: four groups that never change places; two may be equal
          <span key={i}>{group}</span>
        ))}
      </p>
    </div>
  );
}
