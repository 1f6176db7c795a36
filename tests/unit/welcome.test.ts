import { describe, expect, it, test, vi } from "vitest";
import { welcome } from "../../src/welcome/first-run.ts";
import { readHomepage } from "../../src/welcome/homepage.ts";

describe("the welcome", () => {
  function machine(installType: string, isSetUp = false) {
    let becomeCertain = () => {};
    const certain = new Promise<void>((resolve) => {
      becomeCertain = resolve;
    });
    const open = vi.fn(async () => {});
    const done = welcome({
      installType: async () => installType,
      certain,
      isSetUp: () => isSetUp,
      open,
    });
    return {
      open,
      done,
      becomeCertain,
      arrive: () => {
        isSetUp = true;
      },
    };
  }

  it("opens where nobody has set the machine up", async () => {
    const { open, done, becomeCertain } = machine("normal");
    becomeCertain();
    await done;
    expect(open).toHaveBeenCalledOnce();
  });

  it("waits until the browser is certain, and stays away when a policy comes meanwhile", async () => {
    const { open, done, becomeCertain, arrive } = machine("normal");
    await new Promise((resolve) => setImmediate(resolve));
    arrive();
    becomeCertain();
    await done;
    expect(open).not.toHaveBeenCalled();
  });

  it("stays away from a machine that was set up before", async () => {
    const { open, done, becomeCertain } = machine("development", true);
    becomeCertain();
    await done;
    expect(open).not.toHaveBeenCalled();
  });

  it("asks nobody where an organisation installed it, even without its policy", async () => {
    const { open, done } = machine("admin");
    await done;
    expect(open).not.toHaveBeenCalled();
  });
});

describe("the official website", () => {
  test.each([
    ["https://www.city.hoshimi.lg.jp/", "https://www.city.hoshimi.lg.jp/", "city.hoshimi.lg.jp"],
    ["www.city.hoshimi.lg.jp", "https://www.city.hoshimi.lg.jp/", "city.hoshimi.lg.jp"],
    [
      " city.hoshimi.lg.jp/index.html ",
      "https://city.hoshimi.lg.jp/index.html",
      "city.hoshimi.lg.jp",
    ],
    [
      "ｈｔｔｐｓ：／／ｗｗｗ．ｃｉｔｙ．ｈｏｓｈｉｍｉ．ｌｇ．ｊｐ",
      "https://www.city.hoshimi.lg.jp/",
      "city.hoshimi.lg.jp",
    ],
    ["http://www.vill.hoshimi.jp/", "http://www.vill.hoshimi.jp/", "vill.hoshimi.jp"],
    ["須坂市.jp", "https://xn--uesy0nf58c.jp/", "xn--uesy0nf58c.jp"],
  ])("%s is taken", (written, url, domain) => {
    expect(readHomepage(written)).toEqual({ url, domain });
  });

  test.each([
    "",
    "   ",
    "星見市",
    "localhost",
    "info@city.hoshimi.lg.jp",
    "https://",
    "ftp://a.jp",
    "a b.jp",
    "\ud800.jp",
  ])("%j is not", (written) => {
    expect(readHomepage(written)).toBeNull();
  });
});
