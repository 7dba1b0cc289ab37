/** Makes a text field as high as its text; its style sheet says how high it may become. */
export function growToContent(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
