import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// One process for all pages would give two people one storage.
const SHARED = ['--single-process', '--no-zygote'];

/** A Chromium of this machine (`CHROMIUM_PATH` first) or else the one that npm installed, without a window and without a network of its own. */
export async function openChromium(): Promise<Browser> {
  const found = [process.env.CHROMIUM_PATH, ...INSTALLED].find((path) => path && existsSync(path));
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  if (found) return chromium.launch({ executablePath: found, args: quiet });
  const { default: packed } = await import('@sparticuz/chromium');
  const args = [...packed.args.filter((arg) => !SHARED.includes(arg)), ...quiet];
  const launch = async () => chromium.launch({ executablePath: await packed.executablePath(), args });
  // On a busy machine it crashes now and then as it starts, which says nothing of ours.
  return launch().catch(launch);
}
