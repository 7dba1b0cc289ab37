/**
 * Stands in for `unhomoglyph`, a table of 100 kB by which the SDK compares display names that look alike. Display names
 * are opaque codes here; the names people see come from the hub.
 */
export default (text: string): string => text;
