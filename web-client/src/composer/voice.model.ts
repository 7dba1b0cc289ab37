import { until, ViewModel } from "../kit/viewModel.ts";
import type { Voice } from "./attachmentContent.ts";
import { loudness, waveform } from "./waveform.ts";

/** A memo as long as this ends by itself. */
export const MOST_SECONDS = 300;
const LOOK_MS = 100;

export type VoiceProblem = "notAllowed" | "noMicrophone" | "failed";

export interface VoiceSnapshot {
  readonly state: "asking" | "recording" | "recorded" | "failed";
  readonly problem: VoiceProblem | null;
  readonly durationMs: number;
  /** Loudness so far, 0 to 1, ten a second. */
  readonly levels: readonly number[];
  /** Where the memo can be heard before it is sent. */
  readonly url: string | null;
  /** It ended because it may not be longer. */
  readonly full: boolean;
}

/** What of the browser is needed; tests give another. */
export interface VoiceInputs {
  readonly microphone: () => Promise<MediaStream>;
}

/** Kinds a browser may be able to record, best first: Opus where there is any, AAC on iPhones. */
const KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"] as const;

const BEGINNING: VoiceSnapshot = {
  state: "asking",
  problem: null,
  durationMs: 0,
  levels: [],
  url: null,
  full: false,
};

/** 音声メモ: recorded, heard, then sent or thrown away. Nothing leaves the device before it is sent. */
export class VoiceMemo extends ViewModel<VoiceSnapshot> {
  readonly #inputs: VoiceInputs;
  #recorder: MediaRecorder | undefined;
  #context: AudioContext | undefined;
  #blob: Blob | undefined;
  #began = 0;

  constructor(inputs: VoiceInputs) {
    super(BEGINNING);
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    until(signal, this.#end);
    void this.#record(signal);
  }

  readonly stop = (): void => {
    if (this.#recorder?.state === "recording") this.#recorder.stop();
  };

  /** Throws it away and begins anew. */
  readonly again = (): void => {
    this.#end();
    this.replace(BEGINNING);
    void this.#record(this.signal);
  };

  /** The memo to be sent; null while there is none. @param name without its ending */
  readonly result = (name: string): { readonly file: File; readonly voice: Voice } | null => {
    const { durationMs, levels } = this.getSnapshot();
    if (!this.#blob) return null;
    const type = this.#blob.type.split(";")[0] ?? "audio/webm";
    const ending = type === "audio/mp4" ? "m4a" : (type.split("/")[1] ?? "webm");
    const file = new File([this.#blob], `${name}.${ending}`, { type });
    return { file, voice: { durationMs, waveform: waveform(levels) } };
  };

  async #record(signal: AbortSignal): Promise<void> {
    try {
      const stream = await this.#inputs.microphone();
      if (signal.aborted) {
        letGo(stream);
        return;
      }
      const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
      const recorder = new MediaRecorder(stream, { ...(mimeType ? { mimeType } : {}), audioBitsPerSecond: 24_000 });
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.onstop = () => {
        letGo(stream);
        if (this.#recorder === recorder) this.#recorded(new Blob(parts, { type: recorder.mimeType }));
      };
      this.#recorder = recorder;
      recorder.start(1000);
      this.#began = performance.now();
      this.update({ state: "recording" });
      this.#watch(stream, signal);
    } catch (error) {
      if (!signal.aborted) this.update({ state: "failed", problem: problemOf(error) });
    }
  }

  #watch(stream: MediaStream, signal: AbortSignal): void {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    this.#context = context;
    const samples = new Uint8Array(analyser.fftSize);
    const timer = setInterval(() => {
      if (signal.aborted || this.#recorder?.state !== "recording") {
        clearInterval(timer);
        return;
      }
      analyser.getByteTimeDomainData(samples);
      const durationMs = Math.round(performance.now() - this.#began);
      this.update({ durationMs, levels: [...this.getSnapshot().levels, loudness(samples)] });
      if (durationMs >= MOST_SECONDS * 1000) {
        this.update({ full: true });
        this.stop();
      }
    }, LOOK_MS);
  }

  #recorded(blob: Blob): void {
    void this.#context?.close();
    this.#context = undefined;
    this.#blob = blob;
    const durationMs = Math.round(performance.now() - this.#began);
    this.update({ state: "recorded", durationMs, url: URL.createObjectURL(blob) });
  }

  readonly #end = (): void => {
    const recorder = this.#recorder;
    this.#recorder = undefined;
    if (recorder?.state === "recording") recorder.stop();
    void this.#context?.close();
    this.#context = undefined;
    this.#blob = undefined;
    const { url } = this.getSnapshot();
    if (url) URL.revokeObjectURL(url);
  };
}

function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function problemOf(error: unknown): VoiceProblem {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "notAllowed";
  return name === "NotFoundError" ? "noMicrophone" : "failed";
}

export const microphone = (): Promise<MediaStream> => navigator.mediaDevices.getUserMedia({ audio: true });
