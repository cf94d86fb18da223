// How the journeys run: one Chromium, the built page, no retries that would hide a flaky test.
import { defineConfig } from "@playwright/test";

// Several checkouts on one machine each take a port of their own.
const PORT = Number(process.env.E2E_PORT ?? 8091);

export default defineConfig({
  testDir: "tests",
  outputDir: "out/results",
  snapshotPathTemplate: "{testDir}/snapshots/{testFileName}/{arg}{ext}",
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  timeout: 300_000, // a slow machine is no failure
  retries: 0,
  workers: 2,
  reporter: [["list"], ["json", { outputFile: "out/results.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    screenshot: "only-on-failure",
    trace: { mode: "retain-on-failure", snapshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    // Every origin may read the files, so that the page also runs in a frame with an origin of its own.
    command: `xtask/npm/build/node_modules/.bin/sirv dist --dev --cors --host 127.0.0.1 --port ${PORT}`,
    cwd: "..",
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
