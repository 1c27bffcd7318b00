const KINDS: Readonly<Record<string, string>> = {
  object: '一组内容，写在 { } 里',
  array: '一列，写在 [ ] 里',
  string: '文字，写在引号里',
}

/** What a schema says where no field says it for itself: a value of another kind than is asked for (an error map of zod). */
export const otherKind = (issue: {
  readonly code?: string | undefined
  readonly expected?: unknown
}): string | undefined =>
  issue.code === 'invalid_type' ? `这里应当是${KINDS[String(issue.expected)] ?? '另一种写法'}` : undefined
