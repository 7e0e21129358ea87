using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CongVu.Platform.Web;

/// <summary>One sentence about what has just been done, shown once on the next page.</summary>
public static class Flash
{
    /// <summary>Key in the temporary data; with <c>.Bad</c>, <c>.Warn</c> or <c>.Info</c> behind it for another tone than good.</summary>
    public const string Key = "Flash";

    internal static readonly (string Key, string Tone)[] Kinds = [(Key + ".Bad", "bad"), (Key + ".Warn", "warn"), (Key + ".Info", "info"), (Key, "good")];

    /// <summary>Says that something was done.</summary>
    public static void Say(this ITempDataDictionary temp, string sentence) => temp[Key] = sentence;

    /// <summary>Says that something could not be done, and the cure.</summary>
    public static void SayRefused(this ITempDataDictionary temp, string sentence) => temp[Key + ".Bad"] = sentence;

    /// <summary>Says what to look at, though something was done.</summary>
    public static void SayCaution(this ITempDataDictionary temp, string sentence) => temp[Key + ".Warn"] = sentence;
}
