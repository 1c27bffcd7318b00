import { expect, test } from 'vitest'
import { faultReason, knownReason } from './fault-reason.ts'

const withCode = (code: string, message = 'in English') => Object.assign(new Error(message), { code })

test.each([
  [withCode('ENOSPC'), '磁盘已满'],
  [Object.assign(withCode('ENOTDIR'), { path: '/srv/data' }), '路径里有一段不是文件夹（/srv/data）'],
  [withCode('28P01'), '用户名或口令不对'],
  [{ name: 'ErrnoError', errno: 51 }, '磁盘已满'],
  [new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')], ''), '连接被拒绝，那里没有数据库在运行'],
  [new Error('Failed query: insert …', { cause: withCode('53100') }), '数据库的磁盘已满'],
  [withCode('EODD', 'something odd'), 'something odd'],
  [new Error('plain'), 'plain'],
  [{ name: 'ErrnoError', errno: 9999 }, '{"name":"ErrnoError","errno":9999}'],
])('%o is told as %s', (fault, reason) => expect(faultReason(fault)).toBe(reason))

test('a fault without a sentence of its own is unknown', () => {
  expect(knownReason(new Error('plain'))).toBeNull()
  expect(knownReason(withCode('ENOSPC'))).toBe('磁盘已满')
})
