// Shapes that the modules share; docs/exam-protocol.md says what they mean.
export interface Entry { s: number; c: number; k: string; q?: number | null; b?: string | null }
export interface View { ack: number; live: boolean; state: string; now: number; clock: number; remaining: number; receipt?: string | null; code?: string | null; earlier: number }
export interface Welcome { seat: string; sitting: string; epoch: number; number: string; name: string; exam: string; sittingName: string; room: string; place: number; minutes: number; carryKey: string; profile: { contrast?: boolean; scale?: number } }
export interface Time { now: number; clock: number; remaining: number; state: string; wall: number }
export interface Session { token: string; welcome: Welcome; time: Time | null; ack: number; earlier: number; receipt: Receipt | null }
export interface Receipt { receipt: string; code: string; at: number; entries: number; answered: number; qr?: string[]; score?: ToldScore | null }
export interface ToldScore { points: number; max: number; passed: boolean; source: string }
export interface Choice { id: string; text: string; set: number; max: number; shape?: string | null; coords?: string | null }
export interface Part { id: string; kind: string; choices: Choice[]; freePoint: boolean; lines: number; picture?: { name: string; width: number; height: number; alt: string } | null }
export interface Question { place: number; points: number; text: string; parts: Part[] }
export interface Paper { number: string; questions: Question[]; answers: Record<string, string>; flagged: number[]; media: Record<string, { type: string; data: string }> }
export type Value = string | string[];
export type Answer = Record<string, Value>;
