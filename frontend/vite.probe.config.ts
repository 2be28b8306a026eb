import { defineConfig } from "vite";

// The probe is a script of its own: one classic file that the server writes into every preview.
export default defineConfig({
  publicDir: false,
  logLevel: "warn",
  build: {
    outDir: "dist",
    emptyOutDir: false,
    lib: { entry: "probe/probe.ts", formats: ["iife"], name: "probe", fileName: () => "probe.js" },
  },
});
