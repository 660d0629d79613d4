#!/usr/bin/env bash
# Installs the programs that `make foreign` opens our files with, from Debian's packages and as Python packages.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v soffice >/dev/null || missing+=(libreoffice-calc libreoffice-writer fonts-liberation)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
if [ ${#missing[@]} -gt 0 ]; then
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo"
  $as_root apt-get update -qq
  $as_root apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,foreign]'
