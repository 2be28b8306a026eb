import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// Django serves what is built here: templates find the hashed names in the manifest.
export default defineConfig({
  base: "/static/",
  logLevel: "warn",
  plugins: [svelte()],
  build: {
    manifest: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600, // kB; the editor, loaded when it is first opened
    rolldownOptions: {
      input: { home: "src/home.ts", workspace: "src/main.ts" },
      checks: { bundlerTimings: false },
    },
  },
  test: { include: ["src/**/*.test.ts", "probe/**/*.test.ts"] },
});
