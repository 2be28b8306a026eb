/** What a person calls the library that an address on a network would load. */

const NAME = "(@[^/@]+/[^/@]+|[^/@]+)";
const PATHS = [
  new RegExp(`^/(?:npm|esm)/${NAME}`), // jsDelivr
  new RegExp("^/gh/[^/]+/([^/@]+)"), // jsDelivr's copies of GitHub
  new RegExp(`^/ajax/libs/${NAME}`), // cdnjs and its mirrors
  new RegExp(`^/(?:v\\d+/|stable/|pin/|-/)?${NAME}`),
];

/** "left-pad (unpkg.com)"; null for what comes from the preview itself or is no web address. */
export function libraryName(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol) || /[0-9a-f]{32}/.test(url.host + url.pathname)) return null;
  const named = PATHS.map((pattern) => pattern.exec(url.pathname)?.[1]).find(Boolean);
  const known = /jsdelivr|unpkg|cdnjs|esm\.sh|skypack|jspm|ajax\.googleapis/.test(url.host);
  const name = known ? named : url.pathname.split("/").filter(Boolean).pop();
  return name ? `${name} (${url.host})` : url.host;
}
