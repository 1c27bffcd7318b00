import { SingleBar } from 'cli-progress'

/** Progress on stderr: a bar on a terminal; elsewhere a line for every tenth of the work, so that logs stay short. */
export interface ProgressDisplay {
  show(done: number, total: number, what: string): void
  /** Clears the bar, so that what is printed next stands on a line of its own. */
  end(): void
}

export function openProgress(stream: NodeJS.WriteStream): ProgressDisplay {
  return stream.isTTY ? bar(stream) : lines((text) => stream.write(text))
}

function bar(stream: NodeJS.WriteStream): ProgressDisplay {
  let shown: SingleBar | null = null
  return {
    show(done, total, what) {
      if (!shown) {
        shown = new SingleBar({
          format: '{bar} {value}/{total} {what}',
          stream,
          hideCursor: true,
          clearOnComplete: true,
        })
        shown.start(total, done, { what })
      }
      shown.setTotal(total)
      shown.update(done, { what: what.slice(0, 40) })
    },
    end() {
      shown?.stop()
      shown = null
    },
  }
}

/** Progress for logs: a line when another tenth is done. */
export function lines(write: (text: string) => void): ProgressDisplay {
  let lastTenth = -1
  return {
    show(done, total, what) {
      const tenth = total > 0 ? Math.floor((done * 10) / total) : 10
      if (tenth === lastTenth) return
      lastTenth = tenth
      write(`${done}/${total} ${what}\n`)
    },
    end() {
      lastTenth = -1
    },
  }
}
