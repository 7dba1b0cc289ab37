import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it } from "vitest";
import { jsx, jsxs } from "./jsx-runtime.ts";
import { rubies } from "./rubies.ts";

afterEach(() => rubies.turn(false));

describe("a page with readings", () => {
  it("shows them over the product's own sentences, names in them aside", async () => {
    await rubies.turn(true);
    rubies.remember("試験花子さんを追加しました", "{{name}}さんを追加しました", { name: "試験花子" });
    const drawn = renderToStaticMarkup(jsx("p", { children: "試験花子さんを追加しました" }));
    expect(drawn).toBe('<p>試験花子さんを<ruby>追加<rt aria-hidden="true">ついか</rt></ruby>しました</p>');
  });

  it("leaves what people write as it is, and attributes and options too", async () => {
    await rubies.turn(true);
    rubies.remember("設定", "設定");
    expect(renderToStaticMarkup(jsx("p", { children: "設定の話" }))).toBe("<p>設定の話</p>");
    expect(renderToStaticMarkup(jsx("option", { children: "設定" }))).toBe("<option>設定</option>");
    expect(renderToStaticMarkup(jsx("p", { title: "設定" }))).toBe('<p title="設定"></p>');
  });

  it("is the plain page while the switch is off", () => {
    rubies.remember("設定", "設定");
    const children = [createElement("b", { key: 1 }), "設定"];
    expect(renderToStaticMarkup(jsxs("p", { children }))).toBe("<p><b></b>設定</p>");
  });
});
