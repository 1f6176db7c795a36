import { translate } from "../locales.ts";
import { windowsText } from "./bytes.ts";
import {
  installationKey,
  ownPath,
  policiesPath,
  type RegistryKey,
  type RegistryValue,
  settingsKey,
} from "./registry.ts";
import { type Browser, installationOf, type Json, type Place } from "./targets.ts";
import type { File } from "./zip.ts";

/**
 * Three scripts for Windows PowerShell 5.1 and later: one that sets, one that verifies (exit status 1
 * where something differs, as Intune's detection wants it) and one that removes. They speak to the
 * registry by .NET, since the provider's own paths give brackets and stars a meaning.
 */
export function powershellFiles(
  places: readonly (readonly [Browser, Place])[],
  policy: Readonly<Record<string, Json>>,
): File[] {
  return (["set", "verify", "remove"] as const).map((name) => {
    // Removing needs no values.
    const targets = places.map((place) => targetTable(place, name === "remove" ? {} : policy));
    const data = `$targets = @(\n${targets.join("\n")}\n)`;
    return {
      path: `tenken-${name}.ps1`,
      bytes: windowsText(`${[head(name), data, FUNCTIONS, BODIES[name]].join("\n\n")}\n`),
    };
  });
}

type Script = "set" | "verify" | "remove";

function head(name: Script): string {
  const about = translate("ja", `kit_script_${name}`).split("\n");
  const rights = name === "verify" ? "" : "#Requires -RunAsAdministrator\n";
  return `${about.map((line) => `# ${line}`).join("\n")}
#Requires -Version 5.1
${rights}param([string[]]$Browser = @('chrome', 'edge', 'firefox'))

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'`;
}

function targetTable(
  [target, place]: readonly [Browser, Place],
  policy: Readonly<Record<string, Json>>,
): string {
  const entry = JSON.stringify({ [place.id]: installationOf(target, place) });
  return `  [pscustomobject]@{
    Browser = ${literal(target)}
    Id = ${literal(place.id)}
    Policies = ${literal(policiesPath(target))}
    Own = ${literal(ownPath(target, place.id))}
    Settings = ${registryKey(settingsKey(target, place, policy))}
    Installation = ${registryKey(installationKey(target, place))}
    InstallationJson = ${literal(entry)}
  }`;
}

function registryKey({ path, values }: RegistryKey): string {
  return `[pscustomobject]@{
      Path = ${literal(path)}
      Entries = @(
${values.map((value) => `        ${registryValue(value)}`).join("\n")}
      )
    }`;
}

const KINDS = { dword: "DWord", text: "String", multi: "MultiString" } as const;

function registryValue(value: RegistryValue): string {
  const data = value.type === "dword" ? String(value.data) : literal(value.data);
  return `[pscustomobject]@{ Name = ${literal(value.name)}; Kind = '${KINDS[value.type]}'; Data = ${data} }`;
}

/**
 * A text as PowerShell reads it. Between single quotes only a single quote means anything, and
 * typographic ones are single quotes to it as well; what could end a line is written by its number.
 */
export function literal(text: string): string {
  const parts = text.split(/([\p{Cc}\p{Zl}\p{Zp}])/u).map((part, index) =>
    // Every second part is one such character.
    index % 2 === 1 ? `[char]${part.charCodeAt(0)}` : `'${part.replace(/['‘’‚‛]/g, "$&$&")}'`,
  );
  const written = parts.filter((part, index) => index === 0 || part !== "''");
  return written.length === 1 ? (written[0] ?? "''") : `(${written.join(" + ")})`;
}

const words = (name: string) => literal(translate("ja", `kit_script_${name}`));

const FUNCTIONS = `$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey(
  [Microsoft.Win32.RegistryHive]::LocalMachine,
  [Microsoft.Win32.RegistryView]::Registry64
)
# Called with -File, a list is one text.
$names = @($Browser -split '\\s*,\\s*')
$chosen = @($targets | Where-Object { $names -contains $_.Browser })
if ($chosen.Count -eq 0) { throw ${words("no_browser")} }

# The organisation's own ExtensionSettings, where it stands as one JSON value; else $null.
function Get-ExtensionSettings($target) {
  $key = $machine.OpenSubKey($target.Policies)
  if ($null -eq $key) { return $null }
  $json = $key.GetValue('ExtensionSettings')
  $key.Close()
  if ($null -eq $json) { return $null }
  return ConvertFrom-Json -InputObject ([string]::Join([string][char]10, [string[]]@($json)))
}

function Get-Names($key) {
  return @($key.Entries | ForEach-Object { $_.Name })
}`;

const BODIES: Record<Script, string> = {
  set: `function Write-Key($key) {
  $registry = $machine.CreateSubKey($key.Path)
  foreach ($value in $key.Entries) {
    switch ($value.Kind) {
      'DWord' { $registry.SetValue($value.Name, [int]$value.Data, 'DWord') }
      'MultiString' { $registry.SetValue($value.Name, [string[]]@($value.Data), 'MultiString') }
      default { $registry.SetValue($value.Name, [string]$value.Data, 'String') }
    }
  }
  foreach ($name in $registry.GetValueNames()) {
    if ((Get-Names $key) -notcontains $name) { $registry.DeleteValue($name) }
  }
  $registry.Close()
}

$status = 0
foreach ($target in $chosen) {
  Write-Key $target.Settings
  if ($null -eq (Get-ExtensionSettings $target)) {
    Write-Key $target.Installation
    Write-Output (${words("done")} -f $target.Browser)
  } else {
    # A subkey would take the place of the whole value, and every other extension's settings with it.
    Write-Warning (${words("own_settings")} -f $target.Browser)
    Write-Output $target.InstallationJson
    $status = 1
  }
}
exit $status`,

  verify: `$problems = New-Object System.Collections.Generic.List[string]

function Test-Key($key) {
  $registry = $machine.OpenSubKey($key.Path)
  if ($null -eq $registry) {
    $problems.Add((${words("missing")} -f $key.Path))
    return
  }
  $present = $registry.GetValueNames()
  foreach ($value in $key.Entries) {
    if ($present -notcontains $value.Name) {
      $problems.Add((${words("missing")} -f ($key.Path + '\\' + $value.Name)))
      continue
    }
    $found = [string]::Join([string][char]10, [string[]]@($registry.GetValue($value.Name)))
    $isSame = [string]::Equals($found, [string]$value.Data, [System.StringComparison]::Ordinal)
    if (-not $isSame -or [string]$registry.GetValueKind($value.Name) -ne $value.Kind) {
      $problems.Add((${words("differs")} -f ($key.Path + '\\' + $value.Name)))
    }
  }
  foreach ($name in $present) {
    if ((Get-Names $key) -notcontains $name) {
      $problems.Add((${words("unexpected")} -f ($key.Path + '\\' + $name)))
    }
  }
  $registry.Close()
}

function Test-Installation($target, $settings) {
  $entry = $settings.PSObject.Properties[$target.Id]
  foreach ($value in $target.Installation.Entries) {
    $found = if ($null -eq $entry) { $null } else { $entry.Value.PSObject.Properties[$value.Name] }
    $expected = if ($value.Kind -eq 'DWord') { [string][bool]$value.Data } else { $value.Data }
    if ($null -eq $found -or [string]$found.Value -cne $expected) {
      $problems.Add((${words("differs")} -f ('ExtensionSettings: ' + $value.Name)))
    }
  }
}

foreach ($target in $chosen) {
  Test-Key $target.Settings
  $settings = Get-ExtensionSettings $target
  if ($null -eq $settings) { Test-Key $target.Installation } else { Test-Installation $target $settings }
}
if ($problems.Count -gt 0) {
  Write-Output $problems
  exit 1
}
Write-Output ${words("right")}
exit 0`,

  remove: `foreach ($target in $chosen) {
  $machine.DeleteSubKeyTree($target.Own, $false)
  $machine.DeleteSubKeyTree($target.Installation.Path, $false)
  $settings = Get-ExtensionSettings $target
  if ($null -ne $settings -and $null -ne $settings.PSObject.Properties[$target.Id]) {
    Write-Warning (${words("own_entry")} -f $target.Browser, $target.Id)
  }
  Write-Output (${words("removed")} -f $target.Browser)
}
exit 0`,
};
