"""Signs that several currencies share: printed words may hold them, a unit names the currency."""

SIGNS = {
    "$": (
        *("USD", "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "FJD", "GYD", "HKD", "JMD", "KYD", "LRD", "NAD"),
        *("NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "XCD"),
    ),
    "¥": ("JPY", "CNY"),
}
