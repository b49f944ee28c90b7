// Loaded into a server before anything of its own (`--import`): goes wrong, when asked to, where nobody catches it.
process.on('SIGUSR2', () => {
  setTimeout(() => {
    throw new Error('Yasmina Bakkali schreef iets')
  })
})
process.on('SIGWINCH', () => {
  void Promise.reject(new Error('Yasmina Bakkali schreef iets'))
})
