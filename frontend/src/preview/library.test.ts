import { describe, expect, it } from "vitest";
import { libraryName } from "./library";

describe("a library that is not on the shelf", () => {
  it.each([
    ["https://cdn.jsdelivr.net/npm/left-pad@1.0.0/index.js", "left-pad (cdn.jsdelivr.net)"],
    ["https://cdn.jsdelivr.net/npm/@scope/thing@1/+esm", "@scope/thing (cdn.jsdelivr.net)"],
    ["https://cdn.jsdelivr.net/gh/owner/repo@1/x.js", "repo (cdn.jsdelivr.net)"],
    ["https://unpkg.com/left-pad", "left-pad (unpkg.com)"],
    ["https://cdnjs.cloudflare.com/ajax/libs/zepto/1.2.0/zepto.js", "zepto (cdnjs.cloudflare.com)"],
    ["https://esm.sh/v135/zustand@4", "zustand (esm.sh)"],
    ["https://code.example.org/lib/thing.js", "thing.js (code.example.org)"],
    ["https://code.example.org", "code.example.org"],
  ])("%s is %s", (address, name) => expect(libraryName(address)).toBe(name));

  it.each([
    "http://0123456789abcdef0123456789abcdef.localhost:8000/r/1/x.js",
    "http://127.0.0.1:8000/preview/0123456789abcdef0123456789abcdef/r/1/x.js",
    "inline",
    "data:text/javascript,1",
    "",
  ])("%s is none", (address) => expect(libraryName(address)).toBeNull());
});
