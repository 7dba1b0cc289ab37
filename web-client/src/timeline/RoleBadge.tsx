import { professionGroup } from "../kit/profession.ts";
import styles from "./RoleBadge.module.css";

/** A profession in its colour; the word itself is what tells. */
export const RoleBadge = ({ role, label }: { role: string | null; label: string }) =>
  label === "" ? null : (
    <span className={styles["badge"]} data-group={role ? professionGroup(role) : "keeper"}>
      {label}
    </span>
  );
