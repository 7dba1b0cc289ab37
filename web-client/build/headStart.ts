import type { HtmlTagDescriptor, Plugin } from "vite";

/** What the door to Matrix needs, which the page would learn of only one after the other. */
const DOOR = /\/src\/matrix\/signIn\.ts$/;
const ENCRYPTION = /matrix-js-sdk\/lib\/rust-crypto\/index\.js$/;
const WASM = /matrix_sdk_crypto_wasm_bg.*\.wasm$/;

/**
 * Names in the page itself what nobody gets on without: the Matrix SDK and the encryption, wasm included. They are fetched
 * while the page begins, instead of each when the one before has asked for it.
 */
export function headStart(): Plugin {
  return {
    name: "head-start",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const wanted = new Set<string>();
        const want = (file: string) => {
          const chunk = bundle[file];
          if (chunk?.type !== "chunk" || wanted.has(file)) return;
          wanted.add(file);
          for (const imported of chunk.imports) want(imported);
        };
        for (const [file, chunk] of Object.entries(bundle))
          if (chunk.type === "chunk" && [DOOR, ENCRYPTION].some((part) => part.test(chunk.facadeModuleId ?? "")))
            want(file);
        const scripts = [...wanted].filter((file) => !html.includes(file)).map(script);
        return [
          ...scripts,
          ...Object.keys(bundle)
            .filter((file) => WASM.test(file))
            .map(wasm),
        ];
      },
    },
  };
}

const script = (file: string): HtmlTagDescriptor => ({
  tag: "link",
  attrs: { rel: "modulepreload", crossorigin: true, href: `/${file}` },
  injectTo: "head",
});

/** After the scripts: they say what it is for. */
const wasm = (file: string): HtmlTagDescriptor => ({
  tag: "link",
  attrs: {
    rel: "preload",
    as: "fetch",
    type: "application/wasm",
    crossorigin: true,
    fetchpriority: "low",
    href: `/${file}`,
  },
  injectTo: "head",
});
