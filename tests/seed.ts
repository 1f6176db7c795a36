import fc from "fast-check";

/**
 * Random texts, the same in each run: whether a change passes depends on the change alone. Others are
 * tried with `TENKEN_SEED=$RANDOM npx vitest …`.
 */
fc.configureGlobal({ seed: Number(process.env.TENKEN_SEED ?? 20_261_201) });
