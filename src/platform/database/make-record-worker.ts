import { workerData } from 'node:worker_threads'
import { openRecord } from './open-record.ts'

/** Makes a record in the folder that it was started with, and ends: half a gigabyte of what that took goes with it. */
const client = await openRecord((workerData as { readonly folder: string }).folder)
await client.close()
