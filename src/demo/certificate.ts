import { generate } from "selfsigned";

/**
 * A key and certificate for this run alone; the browsers are told to accept any, so the names in it
 * do not matter and nothing is ever installed on the machine.
 */
export async function selfSigned(): Promise<{ key: string; cert: string }> {
  const pems = await generate([{ name: "commonName", value: "replica" }], { keyType: "ec" });
  return { key: pems.private, cert: pems.cert };
}
