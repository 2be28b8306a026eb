import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// Django serves what is built here: templates find the hashed names in the manifest.
export default defineConfig({
  base: "/static/",
  plugins: [svelte()],
  build: {
    manifest: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    rollupOptions: { input: { home: "src/home.ts", workspace: "src/main.ts" } },
  },
  test: { include: ["src/**/*.test.ts", "probe/**/*.test.ts"] },
});
