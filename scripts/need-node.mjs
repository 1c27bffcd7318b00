// Says clearly when a script runs on a Node that is too old, and why: the package `node` brings Node 24 for the platforms
// that it has binaries for; elsewhere the machine's own must be 24 or newer.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `需要 Node 24，现在运行的是 ${process.versions.node}。npm ci 会带来 Node 24（npm 包 node）；` +
      `如果这个平台（${process.platform} ${process.arch}）没有对应的包，请自行安装 Node 24 或更新的版本。\n`,
  )
  process.exit(1)
}
