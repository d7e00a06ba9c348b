// Loaded into each child before its own code: when the supervisor is gone, the channel to it closes.
const LAST_WORDS_MS = 10_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), LAST_WORDS_MS).unref();
});
