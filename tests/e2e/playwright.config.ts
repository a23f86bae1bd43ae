import { defineConfig } from '@playwright/test';

// The demo takes most of a minute to make its organisation up; everything else is quick.
const port = 8791;

export default defineConfig({
  testDir: 'specs',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // One demo, whose clock the tests move: they run one after the other, in the order of their names.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Whatever cannot be pressed by then will not be.
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `../../target/debug/hamgam demo --listen 127.0.0.1:${port}`,
    url: `http://localhost:${port}/healthz`,
    timeout: 900_000,
    reuseExistingServer: !process.env.CI,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
