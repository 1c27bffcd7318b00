import type { Context } from 'hono'

type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 410 | 413 | 429 | 500 | 503

/** A problem detail (RFC 9457): what went wrong for programs, with a sentence in Chinese for people. */
// biome-ignore lint/suspicious/noExplicitAny: any context answers with a problem; Hono's environment type is invariant
export const problemResponse = (c: Context<any>, status: ProblemStatus, code: string, detail: string): Response =>
  c.body(
    JSON.stringify({ type: `urn:kaiming:problem:${code}`, title: code, status, detail, instance: c.req.path }),
    status,
    {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  )

/** Answers parameters that a schema refuses, all faults in one sentence each: the default hook of every JSON route. */
export const refuseParameters = (
  result: { readonly success: boolean; readonly error?: { readonly issues: readonly { readonly message: string }[] } },
  // biome-ignore lint/suspicious/noExplicitAny: as above
  c: Context<any>,
): Response | undefined =>
  result.success
    ? undefined
    : problemResponse(c, 400, 'bad-parameters', (result.error?.issues ?? []).map(({ message }) => message).join(' '))
