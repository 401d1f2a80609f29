/** Drops the template and stops the server that `setup.ts` started. */
export default async function tearDown(): Promise<void> {
  await globalThis.stopTestServer?.();
}
