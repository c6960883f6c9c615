/** Preloaded by a server that a bench starts: ends it in good order when the bench is gone, killed hard included. */
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 500).unref();
