import { type DragEvent, useRef, useState } from "react";

interface Drop {
  /** Files are being dragged over it. */
  readonly dropping: boolean;
  readonly handlers: {
    readonly onDragEnter: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: () => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

/** Takes files that are dropped on an element. */
export function useDropFiles(onFiles: (files: readonly File[]) => void): Drop {
  const depth = useRef(0); // entering a child comes before leaving its parent
  const [dropping, setDropping] = useState(false);
  const count = (change: number) => {
    depth.current = Math.max(0, depth.current + change);
    setDropping(depth.current > 0);
  };
  return {
    dropping,
    handlers: {
      onDragEnter: (event) => {
        if (holdsFiles(event)) count(1);
      },
      onDragOver: (event) => {
        if (holdsFiles(event)) event.preventDefault();
      },
      onDragLeave: () => count(-1),
      onDrop: (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        count(-depth.current);
        onFiles([...event.dataTransfer.files]);
      },
    },
  };
}
