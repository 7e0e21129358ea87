using System.Collections.Frozen;

namespace CongVu.Law.Loading;

/// <summary>Reads the keys that say where a figure comes from: <c>source</c>, <c>status</c>, <c>confidence</c>.</summary>
internal sealed class SourceReader(IReadOnlyDictionary<string, Instrument> instruments, LawErrors errors)
{
    private static readonly FrozenDictionary<string, VerificationStatus> Statuses = new Dictionary<string, VerificationStatus>
    {
        ["text-read"] = VerificationStatus.TextRead,
        ["secondary"] = VerificationStatus.Secondary,
        ["recalled"] = VerificationStatus.Recalled,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Confidence> Confidences = new Dictionary<string, Confidence>
    {
        ["high"] = Confidence.High,
        ["medium"] = Confidence.Medium,
        ["low"] = Confidence.Low,
    }.ToFrozenDictionary();

    /// <summary>The source of a value that holds from <paramref name="from"/>, which must be a day the instrument could already carry it.</summary>
    public Citation? Source(MappingReader reader, DateOnly from, DateOnly? until, bool required = true) =>
        Read(reader, required, (source, instrument) => CheckInForce(source, instrument, from, until));

    /// <summary>A citation alone, without a time it must hold for.</summary>
    public Citation? Cited(MappingReader reader) => Read(reader, required: true, (_, _) => { });

    private Citation? Read(MappingReader reader, bool required, Action<MappingReader, Instrument> check)
    {
        if (reader.Node("source", required) is not { } node || MappingReader.Of(node, errors) is not { } source)
        {
            return null;
        }
        var number = source.Text("instrument");
        var article = source.Text("article");
        source.RefuseOtherKeys();
        if (number is null || article is null)
        {
            return null;
        }
        if (!instruments.TryGetValue(number, out var instrument))
        {
            errors.Add(source.PlaceOf("instrument"), $"Văn bản “{number}” không có trong law/instruments.");
            return null;
        }
        check(source, instrument);
        return new Citation(number, article, $"{article}, {instrument.ShortName}");
    }

    /// <summary>Whose instrument a citation names.</summary>
    public LawScope ScopeOf(Citation source) => instruments[source.Instrument].Scope;

    /// <summary>Status and confidence; a confidence is asked of recalled figures and refused for others.</summary>
    public static Verification? Status(MappingReader reader, LawErrors errors, bool required = true)
    {
        var status = reader.OneOf("status", Statuses, required);
        var confidence = reader.OneOf("confidence", Confidences, required: status is VerificationStatus.Recalled);
        if (status is null)
        {
            if (confidence is not null)
            {
                errors.Add(reader.PlaceOf("confidence"), "“confidence” chỉ đi cùng “status: recalled”.");
            }
            return null;
        }
        if (status != VerificationStatus.Recalled && confidence is not null)
        {
            errors.Add(reader.PlaceOf("confidence"), "“confidence” chỉ đi cùng “status: recalled”.");
            return null;
        }
        return new Verification(status.Value, confidence);
    }

    private void CheckInForce(MappingReader source, Instrument instrument, DateOnly from, DateOnly? until)
    {
        if (from < instrument.Earliest)
        {
            errors.Add(source.PlaceOf("instrument"),
                $"Giá trị bắt đầu ngày {from:yyyy-MM-dd} nhưng {instrument.ShortName} chỉ áp dụng sớm nhất từ {instrument.Earliest:yyyy-MM-dd}.");
        }
        if (instrument.Ceases is { } ceases && (until is null || until > ceases))
        {
            errors.Add(source.PlaceOf("instrument"),
                $"{instrument.ShortName} hết hiệu lực từ {ceases:yyyy-MM-dd} nhưng giá trị còn áp dụng sau ngày đó.");
        }
    }
}
